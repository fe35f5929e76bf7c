// A server of govmomi's simulator that serves one inventory, of its own making or loaded from a folder, on loopback.
// It prints where, then waits until its standard input ends.
package main

import (
	"crypto/tls"
	"flag"
	"fmt"
	"io"
	"log"
	"net/url"
	"os"

	"github.com/vmware/govmomi/simulator"
)

func main() {
	load := flag.String("load", "", "a folder written by govc object.save")
	hosts := flag.Int("host", 3, "hosts in each cluster, without -load")
	machines := flag.Int("vm", 2, "machines in each pool, without -load")
	groups := flag.Int("pg", 1, "distributed port groups, without -load; with none there is no distributed switch, and many hosts are made faster")
	listen := flag.String("l", "127.0.0.1:0", "where to listen")
	flag.Bool("stdinexit", true, "end with the standard input, which this program always does")
	esx := flag.Bool("esx", false, "a single ESXi instead of a vCenter")
	delay := flag.Int("delay", 0, "milliseconds before each answer")
	flag.Parse()

	model := simulator.VPX()
	if *esx {
		model = simulator.ESX()
	} else {
		model.ClusterHost = *hosts
	}
	model.Machine = *machines
	model.DelayConfig.Delay = *delay
	if *groups == 0 {
		model.Portgroup = 0
	}
	var err error
	if *load == "" {
		err = model.Create()
	} else {
		err = model.Load(*load)
	}
	if err != nil {
		log.Fatal(err)
	}
	if *load != "" {
		managed(model.Map())
	}
	model.Service.TLS = new(tls.Config)
	model.Service.Listen = &url.URL{Host: *listen}
	server := model.Service.NewServer()
	fmt.Println(server.URL)
	_, _ = io.Copy(io.Discard, os.Stdin)
	server.Close()
	model.Remove()
}
